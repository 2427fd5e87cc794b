package org.complaintdesk.customerfile;

import java.util.List;
import org.complaintdesk.casework.CaseTraces;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what the desk knows of a person, everywhere, in one transaction: PIPL article 47. */
@Service
class Erasure {

    private static final int ATTEMPTS = 4;

    private final CustomerFiles files;
    private final Cases cases;
    private final EvidenceFiles evidence;
    private final CaseTraces traces;
    private final TransactionTemplate transaction;
    private final Wording wording;

    Erasure(CustomerFiles files, Cases cases, EvidenceFiles evidence, CaseTraces traces, TransactionTemplate transaction,
            Wording wording) {
        this.files = files;
        this.cases = cases;
        this.evidence = evidence;
        this.traces = traces;
        this.transaction = transaction;
        this.wording = wording;
    }

    /**
     * When something of the person's is being worked on at the same moment, by a job or by a colleague, all of it is taken back
     * and tried again.
     *
     * @param confirmation the file's number, typed by hand
     * @param who          the user id of the supervisor
     * @throws InvalidInput when the number is another, a case is open, or the file is gone already; nothing is erased then
     * @throws ConcurrencyFailureException      when others were faster every time; nothing is erased then
     * @throws java.util.NoSuchElementException when there is no such customer
     */
    void erase(long id, String confirmation, String who) {
        if (!String.valueOf(id).equals(confirmation.strip())) {
            throw new InvalidInput("confirmation", wording.text("customers.erase.not-confirmed", String.valueOf(id)));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> erase(id, who));
                return;
            } catch (ConcurrencyFailureException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    private void erase(long id, String who) {
        List<Long> all = files.hold(id);
        List<String> open = cases.open(all);
        if (!open.isEmpty()) {
            throw new InvalidInput("confirmation", wording.text("customers.erase.open", String.join(wording.text("import.or"), open)));
        }
        List<String> numbers = cases.numbers(all);
        files.erase(id, numbers, who);
        evidence.erase(numbers);
        traces.erase(numbers);
    }
}
