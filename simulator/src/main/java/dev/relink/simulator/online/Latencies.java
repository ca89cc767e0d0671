package dev.relink.simulator.online;

/**
 * How long operations take, in milliseconds, as Service-Time headers of the sandbox recorded it in 2020 and 2022. Off: as fast
 * as this machine can.
 */
public final class Latencies {
    public volatile boolean on;
    /** 100 is as recorded. */
    public volatile int percent = 100;

    public volatile int read = 45;
    public volatile int count = 26;
    public volatile int query = 40;
    /** What a query takes more for each row beyond 100 that it asks for. */
    public volatile double queryRow = 0.92;

    public volatile int saveName = 60;
    public volatile int saveTransaction = 161;
    public volatile int delete = 166;
    public volatile int makeVoid = 228;
    public volatile int changes = 269;
    /** Each item of a batch; items are done one after the other. */
    public volatile int batchItem = 420;

    /** What takes time. */
    public enum Work {
        READ,
        COUNT,
        QUERY,
        SAVE_NAME,
        SAVE_TRANSACTION,
        DELETE,
        VOID,
        CHANGES,
        BATCH_ITEM
    }

    /** Milliseconds that this work takes; 0 when off. */
    public long of(Work work, int rows) {
        double usual = switch (work) {
            case READ -> read;
            case COUNT -> count;
            case QUERY -> query + Math.max(0, rows - 100) * queryRow;
            case SAVE_NAME -> saveName;
            case SAVE_TRANSACTION -> saveTransaction;
            case DELETE -> delete;
            case VOID -> makeVoid;
            case CHANGES -> changes;
            case BATCH_ITEM -> batchItem;
        };
        return on ? Math.round(usual * percent / 100) : 0;
    }
}
