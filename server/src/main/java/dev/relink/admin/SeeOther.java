package dev.relink.admin;

import org.jspecify.annotations.Nullable;

/**
 * Something was posted and done: the browser goes on to another page (303), so that reloading it does not post again.
 *
 * @param note shown there, once
 */
public record SeeOther(String address, @Nullable Note note) {

    public SeeOther(String address) {
        this(address, null);
    }
}
