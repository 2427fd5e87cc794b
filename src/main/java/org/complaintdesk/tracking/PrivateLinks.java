package org.complaintdesk.tracking;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The private links of complaints. A token is derived from the desk's secret, so every message carries the same one
 * without its being kept; the table knows it by its SHA-256 only.
 */
@Component
class PrivateLinks implements CaseLinks {

    private static final String TOKEN = "track";
    private static final String CONFIRM = "confirm";
    private static final String STOP = "stop-surveys";

    private final JdbcClient jdbc;
    private final DeskSecret secret;
    private final DeskProperties desk;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    PrivateLinks(JdbcClient jdbc, DeskSecret secret, DeskProperties desk, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.desk = desk;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<URI> of(String caseNumber) {
        return address(caseNumber, "");
    }

    @Override
    public Optional<URI> confirming(String caseNumber, String address) {
        return address(caseNumber, "?c=" + secret.sign(CONFIRM, caseNumber + "|" + address));
    }

    @Override
    public Optional<URI> stopSurveys(String caseNumber) {
        return address(caseNumber, "/surveys/stop?m=" + secret.sign(STOP, caseNumber));
    }

    /** @param mac as it came with a request, null when none did */
    boolean confirms(String caseNumber, String address, String mac) {
        return address != null && secret.verify(CONFIRM, caseNumber + "|" + address, mac);
    }

    /** @param mac as it came with a request, null when none did */
    boolean stopsSurveys(String caseNumber, String mac) {
        return secret.verify(STOP, caseNumber, mac);
    }

    private Optional<URI> address(String caseNumber, String rest) {
        return ComplaintNumber.isNumber(caseNumber)
                ? Optional.of(URI.create(desk.publicUrl() + "/track/" + token(caseNumber) + rest)) : Optional.empty();
    }

    /** The token every message about this case carries now. */
    String token(String caseNumber) {
        Optional<Kept> latest = jdbc.sql("""
                        select generation, token_hash from private_link where case_number = ? order by generation desc limit 1""")
                .param(caseNumber).query((row, index) -> new Kept(row.getInt(1), row.getBytes(2))).optional();
        int generation = latest.map(Kept::generation).orElse(1);
        String token = derive(caseNumber, generation);
        boolean known = latest.filter(link -> Arrays.equals(link.hash(), Sha256.of(token)) || find(token).isPresent()).isPresent();
        if (!known) {
            keep(token, caseNumber, generation);
        }
        return token;
    }

    private record Kept(int generation, byte[] hash) {
    }

    /** Links are also read where nothing may be written, and by what fails later: that must not take the link away. */
    private void keep(String token, String caseNumber, int generation) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            ofItsOwn.executeWithoutResult(status -> insert(token, caseNumber, generation));
        } else {
            insert(token, caseNumber, generation);
        }
    }

    /**
     * Puts a new link in the place of this one.
     *
     * @return whether it was this call that did, and not another at the same moment
     */
    @Transactional
    public boolean renew(PrivateLink old) {
        int next = old.generation() + 1;
        if (insert(derive(old.caseNumber(), next), old.caseNumber(), next) == 0) {
            return false;
        }
        jdbc.sql("update private_link set replaced_at = ? where case_number = ? and generation < ? and replaced_at is null")
                .params(now(), old.caseNumber(), next).update();
        return true;
    }

    /** @param token whatever someone took for one; what is malformed is looked up like what is merely unknown */
    Optional<PrivateLink> find(String token) {
        return jdbc.sql("select case_number, generation, created_at, replaced_at from private_link where token_hash = ?")
                .param(Sha256.of(token)).query((row, index) -> new PrivateLink(row.getString(1), row.getInt(2),
                        row.getTimestamp(3).toInstant(), row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** @return the case's link that every message carries now */
    PrivateLink newest(String caseNumber) {
        return find(token(caseNumber)).orElseThrow();
    }

    private int insert(String token, String caseNumber, int generation) {
        return jdbc.sql("""
                        insert into private_link (token_hash, case_number, generation, created_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(Sha256.of(token), caseNumber, generation, now()).update();
    }

    private String derive(String caseNumber, int generation) {
        return secret.sign(TOKEN, caseNumber + "|" + generation);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
