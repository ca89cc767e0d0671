package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.webconnector.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The switches under “Make trouble”: the faults, and a feature and a right that a company may lack. */
final class Troubles {
    /** A switch that a person expects to be on: the fault is its opposite. */
    private record Opposite(Fault fault, String what, String title, String effect) {}

    private static final Opposite OPEN =
            new Opposite(Fault.QUICKBOOKS_CLOSED, "open", "QuickBooks is open", "Off: the run ends with 0x80040408");
    private static final Opposite RIGHT_FILE = new Opposite(
            Fault.OTHER_FILE_OPEN, "right-file", "The right company file", "Off: Cedar Valley.qbw is open instead");
    private static final String CURRENCIES = "currencies";
    private static final String BILLS = "bills";
    private static final Set<Fault> ON_TOP =
            Set.of(Fault.LOSE_NEXT_ANSWER, Fault.CUT_BEFORE_WRITE, Fault.QUICKBOOKS_CLOSED, Fault.OTHER_FILE_OPEN);

    private Troubles() {}

    static List<DesktopPage.Trouble> usual(PracticeFile file) {
        var troubles = new ArrayList<DesktopPage.Trouble>();
        troubles.add(trouble(file, Fault.LOSE_NEXT_ANSWER));
        troubles.add(trouble(file, Fault.CUT_BEFORE_WRITE));
        troubles.add(opposite(file, OPEN));
        troubles.add(opposite(file, RIGHT_FILE));
        troubles.add(new DesktopPage.Trouble(
                CURRENCIES,
                "Multicurrency",
                "Off: desktop:3250 for other currencies",
                file.bookkeeper().features().contains(Feature.MULTI_CURRENCY)));
        troubles.add(
                new DesktopPage.Trouble(BILLS, "May enter bills", "Off: desktop:3260 on bills", file.mayEnterBills()));
        return troubles;
    }

    static List<DesktopPage.Trouble> more(PracticeFile file) {
        return Arrays.stream(Fault.values())
                .filter(fault -> !ON_TOP.contains(fault))
                .map(fault -> trouble(file, fault))
                .toList();
    }

    private static DesktopPage.Trouble trouble(PracticeFile file, Fault fault) {
        return new DesktopPage.Trouble(
                fault.word(), fault.title(), fault.effect(), file.faults().isOn(fault));
    }

    private static DesktopPage.Trouble opposite(PracticeFile file, Opposite opposite) {
        return new DesktopPage.Trouble(
                opposite.what, opposite.title, opposite.effect, !file.faults().isOn(opposite.fault));
    }

    /** Turns a switch of the page. */
    static void turn(PracticeFile file, String what, boolean on) {
        switch (what) {
            case "open" -> set(file, Fault.QUICKBOOKS_CLOSED, !on);
            case "right-file" -> set(file, Fault.OTHER_FILE_OPEN, !on);
            case CURRENCIES -> file.bookkeeper().setFeature(Feature.MULTI_CURRENCY, on);
            case BILLS -> file.mayEnterBills(on);
            default ->
                set(file, Fault.of(what).orElseThrow(() -> new Practice.NotThere("There is no switch " + what)), on);
        }
    }

    private static void set(PracticeFile file, Fault fault, boolean on) {
        if (on) {
            file.faults().set(fault);
        } else {
            file.faults().clear(fault);
        }
    }
}
