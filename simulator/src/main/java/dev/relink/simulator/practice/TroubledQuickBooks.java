package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.RequestProcessor;
import dev.relink.simulator.desktop.RequestRefused;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.Pause;
import dev.relink.simulator.webconnector.QuickBooks;
import java.time.Duration;
import java.util.function.Supplier;

/** QuickBooks on a PC with a company file open in it, and with the troubles that are switched on. */
public final class TroubledQuickBooks implements QuickBooks {
    private static final String FOREIGN_FILE_ID = "{00000000-0000-4000-8000-00000000F11E}";

    private final Supplier<CompanyFile> open;
    private final Supplier<CompanyFile> other;
    private final Application application;
    private final Faults faults;
    private final Pause pause;

    /**
     * @param open the company file that should be open, asked for anew by each session
     * @param other the one that is open instead under {@link Fault#OTHER_FILE_OPEN}
     */
    public TroubledQuickBooks(
            Supplier<CompanyFile> open,
            Supplier<CompanyFile> other,
            Application application,
            Faults faults,
            Pause pause) {
        this.open = open;
        this.other = other;
        this.application = application;
        this.faults = faults;
        this.pause = pause;
    }

    @Override
    public Session begin(String companyFile) throws Refused {
        if (faults.strikes(Fault.QUICKBOOKS_CLOSED)) {
            throw new Refused("0x80040408", "Could not start QuickBooks.");
        }
        if (faults.strikes(Fault.MODAL_DIALOG)) {
            throw new Refused(
                    "0x80040414",
                    "A modal dialog box is showing in the QuickBooks user interface. Your application cannot access"
                            + " QuickBooks until the user dismisses the dialog box.");
        }
        CompanyFile books = faults.isOn(Fault.OTHER_FILE_OPEN) ? other.get() : open.get();
        if (!companyFile.isEmpty() && !companyFile.equalsIgnoreCase(path(books))) {
            throw new Refused(
                    "0x8004040A",
                    "QuickBooks company data file is already open and it is different from the one requested.");
        }
        faults.strike(Fault.OTHER_FILE_OPEN);
        return new TroubledSession(books, books.session(application));
    }

    /** Where a company file lies on the practice PC. */
    static String path(CompanyFile books) {
        return "C:\\Users\\Public\\Documents\\Intuit\\QuickBooks\\Company Files\\" + books.name() + ".qbw";
    }

    private final class TroubledSession implements Session {
        private final CompanyFile books;
        private final RequestProcessor processor;

        private TroubledSession(CompanyFile books, RequestProcessor processor) {
            this.books = books;
            this.processor = processor;
        }

        @Override
        public String companyFile() {
            return path(books);
        }

        @Override
        public String hostCompanyPreferences() {
            return disguised(processor.hostCompanyPreferences());
        }

        @Override
        public String process(String qbxml) throws Refused {
            faults.strike(Fault.SLOW).ifPresent(slow -> pause.pause(Duration.ofMillis(slow.amount())));
            if (faults.strikes(Fault.BUSY)) {
                throw new Refused("0x8001010A", "The message filter indicated that the application is busy.");
            }
            if (faults.strikes(Fault.SET_REFUSED)) {
                throw new Refused("0x80040400", "QuickBooks found an error when parsing the provided XML text stream.");
            }
            // A set that only reads is let through: what these faults are about is a write half done.
            if (writes(qbxml)) {
                var death = faults.strike(Fault.LOSE_ANSWER_AFTER);
                if (death.isPresent()) {
                    partly(qbxml, death.get().amount());
                    throw new Died("it crashed after " + death.get().amount() + " requests");
                }
                faults.strike(Fault.INTERNAL_ERROR)
                        .ifPresent(failing -> books.switches().internalErrors = Math.toIntExact(failing.amount()));
                var lost = faults.strike(Fault.TICKET_LOST);
                if (lost.isPresent()) {
                    partly(qbxml, lost.get().amount());
                    throw new Refused("0x8004040D", "The ticket parameter is invalid.");
                }
            }
            try {
                return disguised(processor.process(qbxml));
            } catch (RequestRefused e) {
                throw new Refused(e.hresult(), e.message());
            }
        }

        private boolean writes(String qbxml) {
            return qbxml.contains("AddRq")
                    || qbxml.contains("ModRq")
                    || qbxml.contains("DelRq")
                    || qbxml.contains("VoidRq");
        }

        /** Executes the first {@code requests} of the set and throws the answer away. */
        private void partly(String qbxml, long requests) {
            Switches switches = books.switches();
            switches.diesAfterRequests = Math.toIntExact(requests);
            try {
                processor.process(qbxml);
            } catch (RequestRefused expected) {
                // QuickBooks died where it was told to.
            } finally {
                switches.diesAfterRequests = -1;
            }
        }

        private String disguised(String answer) {
            return faults.isOn(Fault.WRONG_FILE_ID) ? answer.replace(application.fileId(), FOREIGN_FILE_ID) : answer;
        }
    }
}
