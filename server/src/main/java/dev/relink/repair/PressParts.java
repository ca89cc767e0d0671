package dev.relink.repair;

import dev.relink.company.CompanyId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one part of a press: all of it and how far it has come in one transaction, so that none is done twice or left out. */
@Component
class PressParts {

    private final PressRows rows;
    private final PressProgress progress;
    private final Repairs repairs;
    private final Subjects subjects;
    private final Clock clock;

    PressParts(PressRows rows, PressProgress progress, Repairs repairs, Subjects subjects, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.repairs = repairs;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @return whether something is left to do */
    @Transactional
    boolean next(CompanyId company, long press) {
        subjects.lock(company);
        PressProgress.Part part = progress.next(company, press).orElse(null);
        return part != null && progress.moved(company, press, part.keys().size(), done(company, part), clock.instant());
    }

    private List<Repairs.Verdict> done(CompanyId company, PressProgress.Part part) {
        return part.undoes() == null
                ? repairs.apply(company, ToldRepair.read(part.told()), part.keys(), part.by(), false)
                : repairs.undo(company, rows.repairs(company, part.undoes(), part.keys()), part.by());
    }
}
