package dev.relink.catalogue;

import java.util.Arrays;
import java.util.List;

/**
 * One of several causes of the same answer, with what tells it from the others. Its parts are plain Markdown.
 *
 * @param finding what a person finds when looking
 * @param cause what it was then
 * @param remedy what to do
 * @param who does it
 */
public record Cause(String finding, String cause, String remedy, String who) {

    private static final String BULLET = "- ";
    private static final int PARTS = 4;

    /** One per line: {@code - finding | cause | remedy | who}. @throws IllegalArgumentException naming the line */
    static List<Cause> list(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(Cause::of).toList();
    }

    private static Cause of(String line) {
        String[] parts =
                line.startsWith(BULLET) ? line.substring(BULLET.length()).split("\\|", -1) : new String[0];
        if (parts.length != PARTS || Arrays.stream(parts).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("not \"- finding | cause | remedy | who\": " + line);
        }
        return new Cause(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
    }
}
