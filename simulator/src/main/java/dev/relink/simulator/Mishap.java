package dev.relink.simulator;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that can be made to go wrong on purpose.
 *
 * @param word its name in the control API
 * @param standing how it behaves when nothing else is said: true = a condition that stands until it is cleared, false = an
 *     accident that happens once
 * @param amount what that means says the kind; 0 where there is none
 * @param title its name on the page
 * @param effect one line on what will be seen
 */
public record Mishap(String word, boolean standing, long amount, String title, String effect) {

    /** An enum of mishaps. */
    public interface Kind {

        Mishap mishap();

        /** The name in the control API. */
        default String word() {
            return mishap().word();
        }

        /** The name on the page. */
        default String title() {
            return mishap().title();
        }

        /** One line on what will be seen. */
        default String effect() {
            return mishap().effect();
        }
    }

    /** The one of these that has this name in the control API. */
    public static <K extends Kind> Optional<K> find(K[] kinds, String word) {
        return Arrays.stream(kinds).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
