package dev.relink.cycle;

import dev.relink.connector.Answer;
import dev.relink.connector.Platform;
import dev.relink.connector.Response;
import dev.relink.connector.StatusCode;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of QuickBooks Online to questions. A fault that speaks of the whole company or of the way to it, and no word at
 * all, is no answer to any of them: it must not count as a look-up that was made in vain.
 */
final class Overheard implements Answer {

    private static final StatusCode SILENCE = new StatusCode(Platform.ONLINE, "relink-no-answer");

    private final Answer answer;
    private final Predicate<Response> isOfTheCompany;
    private boolean said;

    Overheard(Answer answer, Predicate<Response> isOfTheCompany) {
        this.answer = answer;
        this.isOfTheCompany = isOfTheCompany;
    }

    /** QuickBooks lets nothing in, or is not there: told once for the company. */
    static final class NotLetIn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient StatusCode code;

        NotLetIn(StatusCode code, String message) {
            super(message);
            this.code = code;
        }

        StatusCode code() {
            return code;
        }
    }

    @Override
    public boolean hasNext() {
        boolean more = answer.hasNext();
        if (!more && !said) {
            throw new NotLetIn(SILENCE, "No answer came that could be read.");
        }
        return more;
    }

    @Override
    public Response next() {
        Response response = answer.next();
        said = true;
        if (isOfTheCompany.test(response)) {
            throw new NotLetIn(response.status(), response.message());
        }
        return response;
    }

    @Override
    public @Nullable StatusCode setStatus() {
        return answer.setStatus();
    }

    @Override
    public @Nullable String messageSetId() {
        return answer.messageSetId();
    }

    @Override
    public @Nullable Instant began() {
        return answer.began();
    }

    @Override
    public void close() {
        answer.close();
    }
}
