package org.complaintdesk.support;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One process model of the repository and the names its place implies: {@code processes/complaint/handling.bpmn} is the
 * process {@code complaint-handling} with its room in the package {@code complaint.handling}.
 */
public record ProcessModel(Path file, BpmnModelInstance bpmn) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

    /** Every process model under {@code processes/}. */
    public static List<ProcessModel> all() {
        return files("processes", ".bpmn").stream().map(file -> new ProcessModel(file, Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    /** Every file under a top folder of the repository with this ending; none when there is no such folder. */
    public static List<Path> files(String folder, String ending) {
        if (!Files.exists(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the file's name without its ending */
    public static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** {@code DiagnoseProblem} is shown by the form {@code diagnose-problem}. */
    public static String form(String elementId) {
        return elementId.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }

    /** {@code DiagnoseProblem} is handled by the bean {@code diagnoseProblem}. */
    public static String bean(String elementId) {
        return Character.toLowerCase(elementId.charAt(0)) + elementId.substring(1);
    }

    /** @return the name of the module, the folder below {@code processes} */
    public String module() {
        return file.getParent().getFileName().toString();
    }

    public String processId() {
        return module() + "-" + nameOf(file);
    }

    public String room() {
        return "org.complaintdesk." + module() + "." + nameOf(file).replace("-", "");
    }

    public <T extends ModelElementInstance> Collection<T> each(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    /** Everything between <code>${</code> and <code>}</code> anywhere in the model. */
    public List<String> expressions() {
        return EXPRESSION.matcher(Bpmn.convertToString(bpmn)).results().map((MatchResult found) -> found.group(1)
                .replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&")).distinct().toList();
    }

    /** @return the engine's attribute of this element, null when it has none */
    public static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA_NS, attribute);
    }
}
