package org.complaintdesk.customerfile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.complaintdesk.casework.CaseTraces;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.platform.Wording;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody works on what is being erased. */
class ErasureInTheWayTests {

    private final CustomerFiles files = mock(CustomerFiles.class);
    private final CaseTraces traces = mock(CaseTraces.class);
    private final PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
    private final Erasure erasure = new Erasure(files, mock(Cases.class), mock(EvidenceFiles.class), traces,
            new TransactionTemplate(transactions), mock(Wording.class));

    @Test
    void all_of_it_is_taken_back_and_done_again() {
        doThrow(new OptimisticLockingFailureException("overtaken")).doNothing().when(traces).erase(any());
        erasure.erase(7, "7", "admin");
        verify(transactions).rollback(any());
        verify(files, times(2)).erase(7, List.of(), "admin");
        verify(transactions).commit(any());
    }

    @Test
    void after_some_attempts_nothing_is_erased_and_whoever_asked_is_told() {
        doThrow(new OptimisticLockingFailureException("overtaken")).when(traces).erase(any());
        assertThatThrownBy(() -> erasure.erase(7, "7", "admin")).isInstanceOf(OptimisticLockingFailureException.class);
        verify(transactions, times(4)).rollback(any());
    }
}
