package org.complaintdesk.intake.csv;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file in batch by batch, one file at a time among all nodes. */
@Component
class NextRows {

    private final ImportStore store;
    private final ImportTurn turn;
    private final Map<ImportKind, RowTarget> targets;
    private final ImportProperties settings;
    private final Shops shops;
    private final Wording wording;
    private final Clock clock;
    private final TransactionTemplate apart;

    NextRows(ImportStore store, ImportTurn turn, List<RowTarget> targets, ImportProperties settings, Shops shops,
             Wording wording, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.turn = turn;
        this.targets = targets.stream().collect(Collectors.toMap(RowTarget::kind, Function.identity()));
        this.settings = settings;
        this.shops = shops;
        this.wording = wording;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Joins the caller's transaction: the rows, their cases and the progress count together or not at all. A failure is
     * taken back before it is reported, or the engine could not ask the database what to do about it.
     */
    Route take(long id) {
        return apart.execute(status -> takeNext(id));
    }

    private Route takeNext(long id) {
        if (!turn.isOurs()) {
            return Route.WAIT;
        }
        CsvImport file = store.find(id).orElseThrow();
        if (file.done() >= Math.max(settings.batch(), 2 * file.analysed())) {
            turn.lookAtTables();
            store.analysed(id, file.done());
        }
        List<StagedRow> rows = store.rowsAfter(id, file.done(), settings.batch());
        ShopScope seen = shops.seenBy(file.uploadedBy());
        Tally tally = Tally.NONE;
        int done = file.done();
        long end = System.nanoTime() + settings.batchTime().toNanos();
        for (StagedRow row : rows) {
            tally = tally.and(take(file, row, seen));
            done = row.position();
            if (System.nanoTime() > end) {
                break;
            }
        }
        store.progress(id, done, tally);
        if (done < file.total()) {
            return Route.MORE;
        }
        store.finish(id, clock.instant());
        return Route.DONE;
    }

    private RowFate take(CsvImport file, StagedRow staged, ShopScope seen) {
        if (staged.isForgotten()) {
            store.reject(file.id(), staged, List.of(new Problem("", wording.text(ForgetErasedPeople.REASON))));
            return RowFate.REJECTED;
        }
        Row row = new Row(file, staged.row().cells(), seen, wording, clock);
        try {
            RowFate fate = take(targets.get(file.kind()), row);
            if (fate == RowFate.REJECTED) {
                store.reject(file.id(), staged, row.problems());
            }
            return fate;
        } catch (RuntimeException e) {
            throw new IllegalStateException("Line %d of %s cannot be taken in: %s"
                    .formatted(staged.row().line(), file.file(), NestedExceptionUtils.getMostSpecificCause(e).getMessage()), e);
        }
    }

    private static RowFate take(RowTarget target, Row row) {
        Supplier<RowFate> taking = target.read(row);
        if (row.problems().isEmpty()) {
            try {
                return taking.get();
            } catch (InvalidInput refused) {
                row.wrong(target.columns().stream().filter(column -> column.field().equals(refused.field())).findFirst()
                        .orElse(null), refused.getMessage());
            }
        }
        return RowFate.REJECTED;
    }
}
