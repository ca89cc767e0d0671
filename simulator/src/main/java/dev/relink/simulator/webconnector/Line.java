package dev.relink.simulator.webconnector;

import java.util.List;

/** The line to the server: makes the calls, writes them down, and says with which error number a failure ends the run. */
final class Line {
    /** The run is over, because a call failed. The Web Connector never repeats one. */
    static final class Down extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Down(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    private final SoapEndpoint endpoint;
    private final Journal journal;

    Line(SoapEndpoint endpoint, Journal journal) {
        this.endpoint = endpoint;
        this.journal = journal;
    }

    /** Writes the failure down and gives it back to be thrown. */
    Down down(String code, String message) {
        journal.bad(code + ": " + message);
        return new Down(code, message);
    }

    void probe() throws Down {
        try {
            int status = endpoint.probe();
            journal.exchange("GET", endpoint.url().toString(), "HTTP " + status);
            if (status / 100 != 2) {
                throw down("QBWC1048", "could not verify the server: GET " + endpoint.url() + " answered " + status);
            }
            journal.plain("GET " + endpoint.url().getPath() + ": " + status);
        } catch (CallFailed e) {
            throw down("QBWC1048", "could not verify the server. " + e.text());
        }
    }

    void serverVersion() {
        Call call = Call.of("serverVersion");
        try {
            journal.plain("serverVersion: " + send(call, Envelope.of(call)).getFirst());
        } catch (CallFailed e) {
            journal.plain("serverVersion: " + e.text());
        }
    }

    List<String> authenticate(String user, String password) throws Down {
        return results(Call.authenticate(user, password), Envelope.of(Call.authenticate(user, "(not kept)")));
    }

    String ask(Call call) throws Down {
        return results(call, Envelope.of(call)).getFirst();
    }

    private List<String> results(Call call, String kept) throws Down {
        try {
            return send(call, kept);
        } catch (CallFailed e) {
            throw down(call.failure(), call.method() + " failed: " + e.text());
        }
    }

    private List<String> send(Call call, String kept) throws CallFailed {
        String received = "";
        try {
            received = endpoint.post(call.method(), Envelope.of(call));
            return Envelope.results(call.method(), received);
        } finally {
            journal.exchange(call.method(), kept, received);
        }
    }
}
