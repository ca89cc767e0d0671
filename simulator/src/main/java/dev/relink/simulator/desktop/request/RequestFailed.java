package dev.relink.simulator.desktop.request;

/** One request ended in something else than 0: it did nothing, and this is its status. */
public final class RequestFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Status status;

    RequestFailed(Status status) {
        super(status.code() + " " + status.message(), null, false, false);
        this.status = status;
    }

    /** What the answer says. */
    public Status status() {
        return status;
    }
}
