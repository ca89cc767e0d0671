package dev.relink.admin;

import java.util.Locale;

/** The six kinds of state: always an icon and a word; the colour only repeats them. */
public enum Tone {
    /** Nothing to do. */
    OK("circle-check"),
    /** Held until a person acts. */
    ERROR("alert-circle"),
    /** Somebody's choice is awaited. */
    YOU("alert-triangle"),
    /** Goes by itself. */
    WAIT("clock"),
    /** The answer was lost; a look-up settles it. */
    DOUBT("help-hexagon"),
    /** Skipped, or waiting behind another: not an error. */
    OFF("player-skip-forward");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** The class in {@code relink.css}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The icon where none is named. */
    public String icon() {
        return icon;
    }
}
