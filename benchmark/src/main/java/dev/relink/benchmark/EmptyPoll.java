package dev.relink.benchmark;

import java.io.IOException;

/** A session of a company with nothing to do. */
final class EmptyPoll {

    private static final byte[] SERVER_VERSION = Soap.call("serverVersion");
    private static final byte[] CLIENT_VERSION = Soap.call("clientVersion", "strVersion", "2.3.0.215");

    private final byte[] authenticate;

    EmptyPoll(SignIn signIn) {
        authenticate = Soap.call("authenticate", "strUserName", signIn.company(), "strPassword", signIn.password());
    }

    void on(Wire wire) throws IOException {
        wire.exchange(SERVER_VERSION);
        wire.exchange(CLIENT_VERSION);
        String answer = wire.exchange(authenticate);
        if (!answer.contains("<string>none</string>")) {
            throw new IllegalStateException("Not an empty poll: " + answer);
        }
        wire.exchange(Soap.call("closeConnection", "ticket", BusyVisit.ticket(answer)));
    }
}
