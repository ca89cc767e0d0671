package dev.relink.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression over QuickBooks' message. Only what runs in linear time is let in: no group is repeated, no
 * {@code .*}, no back reference, no look-around, and it starts with a letter of QuickBooks' text.
 */
public final class MessagePattern {

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");
    private static final Pattern COSTLY = Pattern.compile("(?<!\\\\)\\.[*+{]|\\\\[1-9]|\\(\\?(?!:|<[a-zA-Z])");
    private static final Pattern LITERAL_START = Pattern.compile("\\^?[\\p{Alnum}\"(]");

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
        if (REPEATED_GROUP.matcher(regex).find() || COSTLY.matcher(regex).find()) {
            throw new IllegalArgumentException("the pattern could take long: no repeated group, no .*, no look-around");
        }
        if (!LITERAL_START.matcher(regex).lookingAt()) {
            throw new IllegalArgumentException("the pattern must start with QuickBooks' own words");
        }
        try {
            return withKnownGroups(new MessagePattern(Pattern.compile(regex)));
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

    /** The named groups that matched, or nothing when the message is another one. */
    Optional<Map<String, String>> read(String message) {
        if (!openings.mayBeIn(message)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (groups.isEmpty()) {
            return Optional.of(Map.of());
        }
        Map<String, String> facts = new HashMap<>();
        groups.forEach((name, group) -> {
            String value = matcher.group(group);
            if (value != null) {
                facts.put(name, value);
            }
        });
        return Optional.of(facts);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
