package dev.relink.simulator.online.request;

import org.jspecify.annotations.Nullable;

/** A request that was not done, with the fault that says why. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String detail;
    private final @Nullable String element;

    /** @param element the property at fault, {@code ""} when the real service leaves it empty, null when it leaves it out */
    public Refusal(Code code, String detail, @Nullable String element) {
        super(code.number() + " " + detail);
        this.code = code;
        this.detail = detail;
        this.element = element;
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String element() {
        return element;
    }
}
