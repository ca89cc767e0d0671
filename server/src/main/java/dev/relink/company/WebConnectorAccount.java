package dev.relink.company;

import java.util.UUID;

/**
 * What the Web Connector of a company is known by. Its user name is the company's id; the password is kept as a keyed
 * hash only.
 *
 * @param ownerId names this application in the company file
 * @param fileId written into the company file when the application is added: proof of the right company
 */
public record WebConnectorAccount(CompanyId company, UUID ownerId, UUID fileId) {

    /** What a keyed hash of the password is taken of: bound to its company, so that a copied row opens nothing. */
    public static String hashed(String userName, String password) {
        return "web connector password\n" + userName + "\n" + password;
    }

    /** Shown once. {@code toString} hides the password. */
    public record SignIn(String username, String password) {
        @Override
        public String toString() {
            return "SignIn[" + username + "]";
        }
    }
}
