package dev.relink.connector;

/** The other system's own code, such as {@code desktop:3120}, {@code hresult:0x80040400}, {@code online:610}. */
public record StatusCode(Platform platform, String code) {

    public static StatusCode desktop(String code) {
        return new StatusCode(Platform.DESKTOP, code);
    }

    public static StatusCode hresult(String code) {
        return new StatusCode(Platform.HRESULT, code);
    }

    /** Reads {@code platform:code}. @throws IllegalArgumentException naming what was given */
    public static StatusCode parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("\"%s\" is no status code: write platform:code".formatted(text));
        }
        return new StatusCode(Platform.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return platform.word() + ":" + code;
    }
}
