package org.complaintdesk.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.identity.SignInThrottle.Attempt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The table of wrong passwords. Five of a person at one address are free, then one waits 30 seconds, twice as long after
 * each further one, a quarter of an hour at most; an hour without one forgets all. Rows of one attempt are always locked
 * in the same order: the pair, the person, the address.
 */
@Component
class SignInCounts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration AT_HOME_FOR = Duration.ofDays(60);

    /** How many are free, and the first wait in seconds: of a person from anywhere, of an address, of both. */
    private static final String FREE = "(case when f.address = '' then 30 when f.person = '' then 50 else 5 end)";
    private static final String FIRST_WAIT = "(case when f.address = '' or f.person = '' then 60 else 30 end)";
    private static final int LONGEST_WAIT = 900;
    private static final int MOST_DOUBLINGS = 10;

    private static final String STATE = """
            select exists (select 1 from sign_in_place where person = :person and address = :address and last_at > :athome) as known,
                   max(until) filter (where person = :person and address = :address) as here,
                   max(until) filter (where person = '' or address = '') as anywhere
            from sign_in_failure
            where (person, address) in ((:person, :address), (:person, ''), ('', :address)) and until > :now""";

    private static final String COUNT = """
            insert into sign_in_failure as f (person, address, failures, last_at) values %s
            on conflict (person, address) do update set
                failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                last_at = :now,
                until = case when f.last_at >= :forgotten and f.failures + 1 >= """ + FREE + """

                    then :now + make_interval(secs => least(""" + LONGEST_WAIT + ", " + FIRST_WAIT + """
             * power(2, least(f.failures + 1 - """ + FREE + ", " + MOST_DOUBLINGS + """
            )))) end
            where f.until is null or f.until <= :now
            returning f.until""";

    private static final String TAKE_BACK = """
            update sign_in_failure f set failures = greatest(f.failures - 1, 0),
                until = case when f.failures - 1 >= """ + FREE + """
             then f.until end
            where (person, address) in (%s)""";

    private final JdbcClient jdbc;

    SignInCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param known whether the person has signed in from this address within sixty days
     * @param until when a password may be looked at again; null when at once
     */
    record State(boolean known, Instant until) {
    }

    /**
     * @param admitted false when someone else made this attempt wait at the same moment
     * @param waits    whether the next one has to wait if this one fails
     */
    record Counted(boolean admitted, boolean waits) {
    }

    State state(Attempt attempt, Instant now) {
        return about(attempt, jdbc.sql(STATE)).param("now", at(now)).param("athome", at(now.minus(AT_HOME_FOR)))
                .query((row, i) -> {
                    boolean known = row.getBoolean("known");
                    return new State(known, Stream.of(Optional.ofNullable(row.getObject("here", OffsetDateTime.class)),
                                    Optional.ofNullable(known ? null : row.getObject("anywhere", OffsetDateTime.class)))
                            .flatMap(Optional::stream).map(OffsetDateTime::toInstant).max(Instant::compareTo).orElse(null));
                }).single();
    }

    /** Counts a failure: of the pair, and unless the person is at home here also of the person and of the address. */
    Counted count(Attempt attempt, boolean known, Instant now) {
        String rows = "(:person, :address, 1, :now)" + (known ? "" : ", (:person, '', 1, :now), ('', :address, 1, :now)");
        List<Optional<Instant>> counted = about(attempt, jdbc.sql(COUNT.formatted(rows))).param("now", at(now))
                .param("forgotten", at(now.minus(FORGOTTEN_AFTER)))
                .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant)).list();
        return new Counted(counted.size() == (known ? 1 : 3), counted.stream().anyMatch(Optional::isPresent));
    }

    void takeBack(Attempt attempt, boolean known) {
        String rows = "(:person, :address)" + (known ? "" : ", (:person, ''), ('', :address)");
        about(attempt, jdbc.sql(TAKE_BACK.formatted(rows))).update();
    }

    /** After the right password: this pair has no failures, and the person is at home at this address. */
    void settle(Attempt attempt, Instant now) {
        about(attempt, jdbc.sql("delete from sign_in_failure where person = :person and address = :address")).update();
        about(attempt, jdbc.sql("""
                insert into sign_in_place as p (person, address, last_at) values (:person, :address, :now)
                on conflict (person, address) do update set last_at = :now where p.last_at < :now - interval '1 day'"""))
                .param("now", at(now)).update();
    }

    void forget(String person) {
        jdbc.sql("""
                delete from sign_in_failure where person = :person
                or person = '' and address in (select address from sign_in_failure where person = :person and address <> '')""")
                .param("person", person).update();
    }

    List<Throttled> waiting(Instant now) {
        return jdbc.sql("""
                select person, coalesce(sum(failures) filter (where address <> ''), 0) as failures, max(until) as until,
                       (array_agg(address order by last_at desc) filter (where address <> ''))[1] as last_address
                from sign_in_failure
                where person in (select person from sign_in_failure where until > :now and person <> '')
                group by person order by max(until) desc limit 1000""").param("now", at(now))
                .query((row, i) -> new Throttled(row.getString("person"), row.getInt("failures"),
                        row.getObject("until", OffsetDateTime.class).toInstant(), row.getString("last_address"))).list();
    }

    /** What counts no more is gone. */
    void tidy(Instant now) {
        jdbc.sql("delete from sign_in_failure where last_at < ?").param(at(now.minus(FORGOTTEN_AFTER))).update();
        jdbc.sql("delete from sign_in_place where last_at < ?").param(at(now.minus(AT_HOME_FOR))).update();
    }

    private static StatementSpec about(Attempt attempt, StatementSpec statement) {
        return statement.param("person", attempt.person()).param("address", attempt.address());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
