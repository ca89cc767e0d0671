package dev.relink.platform;

import org.jspecify.annotations.Nullable;

/** A sealed secret does not open. */
public final class SealBroken extends RuntimeException {

    SealBroken(String boundTo, @Nullable Throwable cause) {
        super(
                "A stored secret of " + boundTo
                        + " cannot be read: RELINK_SECRET_KEY (or secret.key in the data folder)"
                        + " is not the one it was sealed with, or the row was changed. Restore the key, or connect again.",
                cause);
    }
}
