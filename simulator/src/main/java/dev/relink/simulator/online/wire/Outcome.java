package dev.relink.simulator.online.wire;

/**
 * What comes of a call.
 *
 * @param json the body, or HTML when the service is down
 * @param code of the fault, {@code ""} when there is none
 * @param millis how long the work takes
 * @param gateway whether the gateway answers and not the API
 */
record Outcome(int status, String json, String code, long millis, Ending ending, boolean gateway, boolean replayed) {
    /** How the answer reaches the one who asked. */
    enum Ending {
        WHOLE,
        /** Half of it, then nothing. */
        HALF,
        /** Not at all: the connection is closed. */
        CUT,
        /** Not at all: the connection is reset. */
        RESET
    }

    static Outcome api(int status, String json, String code, long millis, boolean replayed) {
        return new Outcome(status, json, code, millis, Ending.WHOLE, false, replayed);
    }

    static Outcome gateway(int status, String json, String code) {
        return new Outcome(status, json, code, 0, Ending.WHOLE, true, false);
    }

    Outcome ending(Ending other) {
        return new Outcome(status, json, code, millis, other, gateway, replayed);
    }

    Outcome lasting(long all) {
        return new Outcome(status, json, code, all, ending, gateway, replayed);
    }
}
