package dev.relink.catalogue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression over QuickBooks' message, blind to capitals. Only what runs in linear time is let in: no group is
 * repeated, no {@code .*}, no unbounded class, no back reference, no look-around, and it starts with QuickBooks' own words.
 */
public final class MessagePattern {

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");
    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|,}");
    private static final Pattern COSTLY = Pattern.compile("(?<!\\\\)\\.[{?]|\\\\[1-9]|\\(\\?(?!:|<[a-zA-Z])");
    private static final Pattern LITERAL_START = Pattern.compile("\\^?[\\p{L}\\p{N} \"(]");

    /** Matches every message; for variants that hang on the operation alone. */
    static final MessagePattern ANY = new MessagePattern(Pattern.compile(""));

    private final Pattern pattern;
    private final Map<String, Integer> groups;
    private final Openings openings;

    private MessagePattern(Pattern pattern) {
        this.pattern = pattern;
        this.groups = pattern.namedGroups();
        this.openings = Openings.of(pattern.pattern());
    }

    /** @throws IllegalArgumentException saying why the pattern is refused */
    static MessagePattern of(String regex) {
        if (REPEATED_GROUP.matcher(regex).find()
                || UNBOUNDED.matcher(regex).find()
                || COSTLY.matcher(regex).find()) {
            throw new IllegalArgumentException(
                    "the pattern could take long: no repeated group, no * or +, no look-around");
        }
        if (!LITERAL_START.matcher(regex).lookingAt()) {
            throw new IllegalArgumentException("the pattern must start with QuickBooks' own words");
        }
        try {
            return withKnownGroups(new MessagePattern(Pattern.compile(regex, Pattern.CASE_INSENSITIVE)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern is wrong: " + e.getDescription(), e);
        }
    }

    private static MessagePattern withKnownGroups(MessagePattern pattern) {
        pattern.groups.keySet().stream()
                .filter(group -> Placeholder.of(group).isEmpty())
                .findFirst()
                .ifPresent(group -> {
                    throw new IllegalArgumentException("the group \"" + group + "\" is no placeholder");
                });
        return pattern;
    }

    /**
     * Whether it stands in the message from there on; if so, its named groups become facts, in the message's own letters.
     */
    boolean read(MessageText text, int from, Map<String, String> facts) {
        if (!openings.mayBeIn(text.folded(), from)) {
            return false;
        }
        Matcher matcher = matcher(text.folded());
        if (!matcher.find(from)) {
            return false;
        }
        groups.forEach((name, group) -> {
            if (matcher.start(group) >= 0) {
                facts.put(name, text.told().substring(matcher.start(group), matcher.end(group)));
            }
        });
        return true;
    }

    /** For the test that counts how often a text is looked at. */
    Matcher matcher(CharSequence folded) {
        return pattern.matcher(folded);
    }

    Openings openings() {
        return openings;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
