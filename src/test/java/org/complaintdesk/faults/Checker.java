package org.complaintdesk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Proves from the database and the mail server alone that nothing is lost and nothing happened twice. It shares no code with
 * the application, so that a mistake there is not made again here: {@code docs/operate/check.sql} says what a database has to
 * look like, and this compares it with what the mail server took and what callers were promised.
 *
 * <p>By hand, after a restore for instance (the class path needs the PostgreSQL driver):
 * {@code java … org.complaintdesk.faults.Checker jdbc:postgresql://… user password [directory of mails]}. Ends with 1 when
 * something is wrong.
 */
public final class Checker {

    private static final Path RULES = Path.of("docs/operate/check.sql");
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Connection database;

    /** @param database only read; its session may be in a transaction */
    public Checker(Connection database) {
        this.database = database;
    }

    /**
     * Something that should not be.
     *
     * @param rule    as docs/reliability.md names it
     * @param subject the case, message, file or job
     */
    public record Finding(String rule, String subject, String detail) {

        @Override
        public String toString() {
            return rule + " " + subject + ": " + detail;
        }
    }

    /** What is wrong in a database, as an operator would ask it. */
    public static List<Finding> of(DataSource source) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            return new Checker(connection).database(GRACE);
        }
    }

    /** @param grace how long ago something must have been due to count as missed */
    public List<Finding> database(Duration grace) throws SQLException, IOException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.execute("set desk_check.grace = '" + grace.toMillis() + "ms'");
            try (ResultSet row = statement.executeQuery(Files.readString(RULES))) {
                while (row.next()) {
                    findings.add(new Finding(row.getString("rule"), row.getString("subject"), row.getString("detail")));
                }
            }
        }
        return findings;
    }

    /**
     * What the mail server took against what counts as sent.
     *
     * @param taken how often it took each Message-ID
     */
    public List<Finding> mails(Map<String, Integer> taken) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        try (PreparedStatement statement = database.prepareStatement("select update_key, message_id, state, said_with from customer_update");
             ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString("message_id");
                String state = row.getString("state");
                boolean sent = state.equals("SENT") || state.equals("BOUNCED");
                known.add(id);
                if (sent && row.getString("said_with") == null && !taken.containsKey(id)) {
                    findings.add(new Finding("mail-lost", row.getString("update_key"), "counts as sent; the mail server never took " + id));
                }
                if (!sent && taken.containsKey(id)) {
                    findings.add(new Finding("mail-unrecorded", row.getString("update_key"), "is " + state + "; the mail server took " + id));
                }
            }
        }
        taken.keySet().stream().filter(id -> !known.contains(id))
                .forEach(id -> findings.add(new Finding("mail-unknown", id, "the mail server took it, and nobody wrote it")));
        return findings;
    }

    /** @return how many messages the mail server took more than once */
    public static long twice(Map<String, Integer> taken) {
        return taken.values().stream().filter(times -> times > 1).count();
    }

    /** What callers were promised against what is there. */
    public List<Finding> promises(Journal journal) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> complaints = pairs("select shop || '|' || channel || '|' || external_id, number from complaint_reference");
        Map<String, String> reviews = pairs("select reference, number from review_reference where number is not null");
        journal.complaints().forEach((reference, number) -> compare(findings, "complaint-lost", reference, number, complaints));
        journal.reviews().forEach((reference, number) -> compare(findings, "review-lost", reference, number, reviews));
        Map<String, String> done = pairs("select id_, delete_reason_ from act_hi_taskinst where end_time_ is not null");
        journal.tasks().stream().filter(task -> !"completed".equals(done.get(task)))
                .forEach(task -> findings.add(new Finding("work-lost", task, "was completed; its history says " + done.get(task))));
        Map<String, String> acts = pairs("""
                select c.number || '|' || e.what, count(*)::text from complaint_event e join complaint c on c.id = e.complaint_id
                 where e.who = 'customer' group by 1""");
        journal.acts().forEach((act, times) -> {
            int there = Integer.parseInt(acts.getOrDefault(act, "0"));
            if (there < times || there > times + journal.perhaps(act)) {
                findings.add(new Finding("act-lost", act, "was done %d times; the story tells of it %d times".formatted(times, there)));
            }
        });
        return findings;
    }

    private static void compare(List<Finding> findings, String rule, String reference, String number, Map<String, String> there) {
        if (!number.equals(there.get(reference))) {
            findings.add(new Finding(rule, number, "was promised for %s; there is %s".formatted(reference, there.get(reference))));
        }
    }

    private Map<String, String> pairs(String query) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }

    public static void main(String[] args) throws Exception {
        try (Connection database = DriverManager.getConnection(args[0], args[1], args[2])) {
            Checker checker = new Checker(database);
            List<Finding> findings = new ArrayList<>(checker.database(GRACE));
            if (args.length > 3) {
                Map<String, Integer> taken = KeptMails.in(Path.of(args[3]));
                findings.addAll(checker.mails(taken));
                System.out.printf("%d messages, %d of them taken more than once%n", taken.size(), twice(taken));
            }
            findings.forEach(System.out::println);
            System.out.println(findings.isEmpty() ? "Nothing is wrong" : findings.size() + " things are wrong");
            System.exit(findings.isEmpty() ? 0 : 1);
        }
    }
}
