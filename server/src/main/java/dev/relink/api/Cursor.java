package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.platform.Json;
import dev.relink.platform.web.Refused;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Where a list goes on: the place of the last row that was given, in letters that mean nothing to the asker. */
final class Cursor {

    private Cursor() {}

    static String write(List<Object> place) {
        String[] words = place.stream().map(Object::toString).toArray(String[]::new);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(words).getBytes(UTF_8));
    }

    /** @return that many words; all null at the beginning of the list */
    static @Nullable String[] read(@Nullable String cursor, int words) {
        if (cursor == null) {
            return new @Nullable String[words];
        }
        try {
            String[] place = Json.read(new String(Base64.getUrlDecoder().decode(cursor), UTF_8), String[].class);
            if (place.length == words) {
                return place;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    static Refused unreadable() {
        return Refused.badRequest("The cursor is not one that this list gave: start again without it.");
    }
}
