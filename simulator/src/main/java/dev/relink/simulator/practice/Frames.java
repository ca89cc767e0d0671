package dev.relink.simulator.practice;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all pages show around their content: every company file and every realm. */
record Frames(Practice practice, PracticeRealms realms, URI relink) {
    /** @param current address of the books that are shown */
    Frame frame(String title, String current, Frame.@Nullable Note note) {
        List<Frame.Section> sections = new ArrayList<>();
        practice.all()
                .forEach(file -> sections.add(section(
                        "Desktop: " + file.name() + ".qbw", "device-desktop", DesktopPages.here(file), current)));
        realms.online()
                .realms()
                .forEach(realm -> sections.add(
                        section("Online: " + realm.profile().name(), "world", OnlinePages.here(realm), current)));
        return new Frame(title, relink.toString(), sections, note);
    }

    private static Frame.Section section(String text, String icon, String href, String current) {
        return new Frame.Section(text, icon, href, href.equals(current));
    }
}
