package dev.relink.people;

import dev.relink.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a person can be addressed. */
public final class Addresses {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int LONGEST_NAME = 100;

    private Addresses() {}

    /** What is wrong with them; empty when nothing is. */
    public static List<FieldProblem> problems(String email, String name) {
        List<FieldProblem> problems = new ArrayList<>(nameProblems(name));
        if (!EMAIL.matcher(email.strip()).matches()) {
            problems.add(new FieldProblem("/email", "The e-mail address must be like name@example.com."));
        }
        return problems;
    }

    public static List<FieldProblem> nameProblems(String name) {
        return name.isBlank() || name.strip().length() > LONGEST_NAME
                ? List.of(new FieldProblem("/name", "The name needs 1 to " + LONGEST_NAME + " characters."))
                : List.of();
    }
}
