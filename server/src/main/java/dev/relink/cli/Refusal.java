package dev.relink.cli;

/** Why a verb was not done, in words for whoever typed it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String why) {
        super(why, null, false, false);
    }
}
