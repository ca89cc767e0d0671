package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import dev.relink.quickbooks.online.oauth.Paced;
import dev.relink.quickbooks.online.oauth.TokensUnavailable;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is read while a company is being connected has the same limits as everything else. */
@Component
final class PacedReads implements Paced {

    private final Pace pace;
    private final Reads reads;

    PacedReads(Pace pace, Reads reads) {
        this.pace = pace;
        this.reads = reads;
    }

    @Override
    public <T> T read(CompanyId company, String environment, Supplier<T> call) {
        try (var unused = pace.enter(company, false)) {
            T answer = call.get();
            reads.count(company, environment, 1);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokensUnavailable("The server is stopping.", e);
        }
    }
}
