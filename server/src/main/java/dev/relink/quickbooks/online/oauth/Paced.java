package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import java.util.function.Supplier;

/** Lets a single read of a realm leave when the limits of its company allow it. */
public interface Paced {

    /**
     * Waits for its turn; what was read is counted.
     *
     * @param environment {@code production} or {@code sandbox}
     * @throws TokensUnavailable when the server is stopping
     */
    <T> T read(CompanyId company, String environment, Supplier<T> call);
}
