package dev.relink.cycle;

/** What a driver does next. */
public sealed interface Turn {

    /** Hand out exactly these bytes; they are committed. */
    record Send(byte[] body) implements Turn {}

    /** Nothing more in this run. */
    record Nothing() implements Turn {}

    /** No write may go out until a person acts; the sentence says why and what to do. */
    record Stopped(String sentence) implements Turn {}
}
