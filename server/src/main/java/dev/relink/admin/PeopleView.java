package dev.relink.admin;

import dev.relink.people.ApiToken;
import dev.relink.people.Person;
import java.util.List;

/** What the page of people shows. */
public record PeopleView(List<Person> people, List<ApiToken> tokens, AccessForm form, Shown shown) {

    public PeopleView {
        people = List.copyOf(people);
        tokens = List.copyOf(tokens);
    }

    /**
     * What this one answer shows besides: a secret that was just made, or what was typed into a form that was refused.
     *
     * @param of whom or what the secret is for
     * @param link a set-up link's secret part; empty = none
     * @param token a token; empty = none
     */
    public record Shown(String of, String link, String token, String email, String name) {

        static final Shown NOTHING = new Shown("", "", "", "", "");

        static Shown link(Person person, String secret) {
            return new Shown(person.name(), secret, "", "", "");
        }

        static Shown token(ApiToken.Made made) {
            return new Shown(made.token().name(), "", made.secret(), "", "");
        }

        /** A token that was not made. */
        static Shown typedFor(String of) {
            return new Shown(of, "", "", "", "");
        }

        static Shown typed(String email, String name) {
            return new Shown("", "", "", email, name);
        }
    }
}
