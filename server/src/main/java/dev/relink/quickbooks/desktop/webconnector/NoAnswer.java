package dev.relink.quickbooks.desktop.webconnector;

import java.io.Reader;

/** The call has no {@code response} at all. */
record NoAnswer(Parameters parameters) implements ArrivingAnswer {

    @Override
    public Reader text() {
        return Reader.nullReader();
    }

    @Override
    public Refusal refusal() {
        return Refusal.of(parameters);
    }

    @Override
    public void close() {}
}
