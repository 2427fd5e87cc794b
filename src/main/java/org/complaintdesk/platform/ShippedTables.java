package org.complaintdesk.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The decision tables that come with the software, in the installation's language. */
@Component
public class ShippedTables {

    static final String FOLDER = "processes/policy/";
    private static final String ENDING = ".dmn";
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final List<ShippedTable> tables;

    ShippedTables(ModelTranslation translation) throws IOException {
        List<ShippedTable> read = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + ENDING)) {
            byte[] written = file.getContentAsByteArray();
            String name = file.getFilename();
            read.add(new ShippedTable(name.substring(0, name.length() - ENDING.length()), FOLDER + name,
                    translation.translate(FOLDER + name, written), Sha256.hex(new String(written, StandardCharsets.UTF_8))));
        }
        read.sort(Comparator.comparing(ShippedTable::id));
        tables = List.copyOf(read);
    }

    /**
     * @param id       the decision's id, which is also the file's name
     * @param resource under this name it is deployed
     * @param content  DMN
     * @param digest   of the file as it was written, whatever the language: another one is another table
     */
    public record ShippedTable(String id, String resource, byte[] content, String digest) {
    }

    /** @return in alphabetical order */
    public List<ShippedTable> all() {
        return tables;
    }

    /**
     * @param input by its expression
     * @return the words that the software's table asks for in this input, in alphabetical order
     */
    public Set<String> words(String id, String input) {
        Collection<DecisionTable> tables = Dmn.readModelFromStream(new ByteArrayInputStream(of(id).content()))
                .getModelElementsByType(DecisionTable.class);
        Set<String> words = new TreeSet<>();
        for (DecisionTable table : tables) {
            List<String> inputs = table.getInputs().stream().map(each -> each.getInputExpression().getText().getTextContent().strip()).toList();
            table.getRules().forEach(rule -> LITERAL.matcher(List.copyOf(rule.getInputEntries()).get(inputs.indexOf(input)).getTextContent())
                    .results().forEach(literal -> words.add(literal.group(1))));
        }
        return words;
    }

    /** @throws IllegalArgumentException when the software brings no such table */
    public ShippedTable of(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No decision table " + id));
    }
}
