package dev.relink.quickbooks.desktop.webconnector;

import org.jspecify.annotations.Nullable;

/** A call that cannot be answered; the sentence goes to the caller. */
final class SoapFault extends RuntimeException {

    private final Code code;

    /** Whose fault it is, in SOAP 1.1's words. */
    enum Code {
        CLIENT("soap:Client"),
        VERSION_MISMATCH("soap:VersionMismatch"),
        SERVER("soap:Server");

        final String word;

        Code(String word) {
            this.word = word;
        }
    }

    SoapFault(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    static SoapFault client(String sentence) {
        return new SoapFault(Code.CLIENT, sentence, null);
    }

    Code code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
