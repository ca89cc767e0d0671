package dev.relink.simulator.practice;

import dev.relink.simulator.webconnector.Qwc;
import java.net.URI;
import java.util.UUID;

/** An application to add: its .qwc file and password, or, for scripts, the same said in fields. */
final class NewApplication {
    private NewApplication() {}

    static PracticeFile.Added of(Ask ask) {
        Qwc qwc = ask.has("qwc") ? Qwc.read(ask.text("qwc")) : spelled(ask);
        return new PracticeFile.Added(qwc, ask.text("password"));
    }

    private static Qwc spelled(Ask ask) {
        return new Qwc(
                ask.text("name", "Relink"),
                URI.create(ask.text("url")),
                ask.text("user"),
                ask.text("ownerId", guid()),
                ask.text("fileId", guid()),
                null,
                false);
    }

    private static String guid() {
        return "{" + UUID.randomUUID() + "}";
    }
}
