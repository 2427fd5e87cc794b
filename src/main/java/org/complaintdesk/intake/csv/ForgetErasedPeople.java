package org.complaintdesk.intake.csv;

import java.util.List;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.ErasureBegins;
import org.complaintdesk.customer.NamedPeople;
import org.complaintdesk.platform.Wording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rows of files that name a person by phone, address or platform account are emptied with the person's data: refused ones and
 * those that still wait, which are refused when it is their turn. The row itself stays, or a file's counts would not add up.
 */
@Component
class ForgetErasedPeople {

    /** The message that says why a row is empty. */
    static final String REASON = "import.forgotten";

    /** No address, number or account is longer, whatever a spreadsheet puts around it. */
    private static final int LONGEST_CELL = 300;

    private final ImportStore store;
    private final ImportTurn turn;
    private final ImportProcess process;
    private final Wording wording;

    ForgetErasedPeople(ImportStore store, ImportTurn turn, ImportProcess process, Wording wording) {
        this.store = store;
        this.turn = turn;
        this.process = process;
        this.wording = wording;
    }

    /** A batch that is being taken in has read its rows already: it would bring them back as refused ones or as cases. */
    @EventListener
    void begins(ErasureBegins erasure) {
        turn.await();
    }

    @EventListener
    void erased(CustomerErased erased) {
        NamedPeople person = new NamedPeople(erased.contacts());
        store.forget(cells -> person.areKnownBy(values(cells)), wording.text(REASON)).forEach(process::forgetFailure);
    }

    private static List<String> values(List<String> cells) {
        return cells.stream().filter(cell -> cell.length() <= LONGEST_CELL).map(ForgetErasedPeople::value).toList();
    }

    /** As the import reads it; what it cannot read names nobody. */
    private static String value(String cell) {
        try {
            return Values.id(Cell.value(cell));
        } catch (Unreadable e) {
            return "";
        }
    }
}
