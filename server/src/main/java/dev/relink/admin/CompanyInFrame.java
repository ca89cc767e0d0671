package dev.relink.admin;

/** The company whose page it is: its name in the top bar, its counts in the navigation. */
public record CompanyInFrame(String id, String name, Counts counts) {

    public String address() {
        return "/companies/" + id;
    }
}
