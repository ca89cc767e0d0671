package dev.relink.admin;

import org.jspecify.annotations.Nullable;

/**
 * The company whose page it is: its name in the top bar, its counts in the navigation.
 *
 * @param banner what is wrong with its connection; null = nothing
 */
public record CompanyInFrame(
        String id, String name, Counts counts, @Nullable Banner banner) {

    public String address() {
        return "/companies/" + id;
    }
}
