package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.io.Reader;

/** QuickBooks' answer while it arrives: first its text, to be read once, then what followed it. */
interface ArrivingAnswer extends AutoCloseable {

    Reader text();

    /** Reads the rest of the call, skipping what was left of the text. */
    Refusal refusal() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What the Web Connector says beside an empty answer: the request processor refused the whole message set. Both empty
     * when there is an answer.
     *
     * @param hresult hexadecimal text such as {@code 0x80040400}
     */
    record Refusal(String hresult, String message) {
        static Refusal of(Parameters parameters) {
            return new Refusal(
                    parameters.text("hresult").strip(),
                    parameters.text("message").strip());
        }

        boolean isGiven() {
            return !hresult.isBlank();
        }
    }
}
