package org.complaintdesk.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The house's decision tables, evaluated in their latest deployed version. The engine reads every cell anew each time,
 * which costs more than anything else a case does; so the same question to the same version is answered from memory, for a
 * minute where the version might answer by the time of day. Which versions are the latest, a transaction asks once.
 */
@Component
public class DecisionTables {

    private static final int REMEMBERED = 2_000;
    /** Words of the expression language that do not mean the same later, and other languages, which might say anything. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|today|random)\\b|expressionLanguage\\s*=\\s*(?!\"feel\")");
    private static final String EVERY_TABLE = "";
    /** The engine puts its own question together anew each time, which costs more than the answer. */
    private static final String LATEST = """
            select distinct on (key_) key_, id_ from act_re_decision_def where tenant_id_ is null order by key_, version_ desc""";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final JdbcClient rows;
    private final AsSystem asSystem;
    private final Clock clock;
    private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
            new ConcurrentLruCache<>(REMEMBERED, this::ask);
    private final ConcurrentLruCache<String, Optional<Version>> versions =
            new ConcurrentLruCache<>(REMEMBERED, this::findVersion);
    /** Whether a version's answers hold for as long as it is asked. */
    private final ConcurrentLruCache<String, Boolean> lasting = new ConcurrentLruCache<>(REMEMBERED, this::isLasting);
    /** The ids of the latest versions, by table. */
    private final OncePerTransaction<String, Map<String, String>> latest = new OncePerTransaction<>(all -> findLatest());

    DecisionTables(DecisionService decisions, RepositoryService repository, JdbcClient rows, AsSystem asSystem, Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.rows = rows;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /**
     * A version of a table.
     *
     * @param id     the engine's own for it
     * @param number 1 for the first one deployed
     */
    public record Version(String id, int number, Instant deployedAt) {
    }

    /** @param minute when it is asked; null where that makes no difference */
    private record Question(String version, Instant minute, Map<String, Object> inputs) {
    }

    /**
     * @param table  the decision's id
     * @param inputs every input the table names; a value may be null
     * @return the outputs of each rule that matched, in the order of the table's hit policy; empty when none did
     */
    public List<Map<String, Object>> evaluate(String table, Map<String, ?> inputs) {
        return answers.get(question(latestVersion(table), inputs));
    }

    /** The same as {@link #evaluate(String, Map)}, of one version of a table. */
    public List<Map<String, Object>> evaluate(Version version, Map<String, ?> inputs) {
        return answers.get(question(version.id(), inputs));
    }

    /** @return the version that counts for whatever begins now */
    public Version latest(String table) {
        return asSystem.call(() -> versions.get(latestVersion(table)).orElseThrow());
    }

    /** @return the version with that id; empty when it is no longer deployed */
    public Optional<Version> version(String id) {
        return asSystem.call(() -> versions.get(id));
    }

    /**
     * @return the outputs of every rule of the table, in its order, as they stand in it: plain texts and numbers. For
     *         proving at start that each can be meant
     */
    public List<Map<String, Object>> rules(Version version) {
        return asSystem.call(() -> repository.getDmnModelInstance(version.id()).getModelElementsByType(DecisionTable.class)
                .stream().flatMap(table -> table.getRules().stream().map(rule -> outputs(table, rule))).toList());
    }

    private static Map<String, Object> outputs(DecisionTable table, Rule rule) {
        Map<String, Object> outputs = new HashMap<>();
        Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
        for (Output output : table.getOutputs()) {
            String text = entries.next().getTextContent().strip();
            outputs.put(output.getName(), text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
        }
        return outputs;
    }

    private Question question(String version, Map<String, ?> inputs) {
        Instant minute = lasting.get(version) ? null : clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return new Question(version, minute, new HashMap<>(inputs));
    }

    private String latestVersion(String table) {
        return Objects.requireNonNull(latest.get(EVERY_TABLE).get(table), () -> "There is no decision table " + table);
    }

    private Map<String, String> findLatest() {
        Map<String, String> found = new HashMap<>();
        rows.sql(LATEST).query(row -> {
            found.put(row.getString("key_"), row.getString("id_"));
        });
        return found;
    }

    private Optional<Version> findVersion(String id) {
        DecisionDefinition found = repository.createDecisionDefinitionQuery().decisionDefinitionId(id).singleResult();
        return Optional.ofNullable(found).map(table -> new Version(id, table.getVersion(), repository.createDeploymentQuery()
                .deploymentId(table.getDeploymentId()).singleResult().getDeploymentTime().toInstant()));
    }

    private List<Map<String, Object>> ask(Question question) {
        VariableMap variables = Variables.createVariables();
        question.inputs().forEach(variables::putValue);
        return asSystem.call(() -> decisions.evaluateDecisionTableById(question.version(), variables).getResultList().stream()
                .map(Collections::unmodifiableMap).toList());
    }

    private boolean isLasting(String version) {
        try (InputStream model = asSystem.call(() -> repository.getDecisionModel(version))) {
            return !CHANGING.matcher(new String(model.readAllBytes(), StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
