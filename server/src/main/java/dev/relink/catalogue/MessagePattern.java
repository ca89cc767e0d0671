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
    private final boolean anywhere;

    private MessagePattern(Pattern pattern) {
        this.pattern = pattern;
        this.groups = pattern.namedGroups();
        this.openings = Openings.of(pattern.pattern());
        this.anywhere = openings.anywhere();
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
     *
     * @param starts where it may begin
     */
    boolean read(MessageText text, int from, Starts starts, Map<String, String> facts) {
        int hit = anywhere ? Starts.NONE : starts.first(this, from);
        if (hit == Starts.NONE && !anywhere) {
            return false;
        }
        Matcher matcher = matcher(text.folded());
        if (anywhere ? !matcher.find(from) : !stands(matcher, hit, starts)) {
            return false;
        }
        groups.forEach((name, group) -> {
            if (matcher.start(group) >= 0) {
                facts.put(name, text.told().substring(matcher.start(group), matcher.end(group)));
            }
        });
        return true;
    }

    private static boolean stands(Matcher matcher, int first, Starts starts) {
        int end = matcher.regionEnd();
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        for (int hit = first; hit != Starts.NONE; hit = starts.next(hit)) {
            if (matcher.region(starts.place(hit), end).lookingAt()) {
                return true;
            }
        }
        return false;
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
