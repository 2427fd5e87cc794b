package org.complaintdesk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Knows where a BPMN, DMN or form file keeps the texts that people read, as opposed to the words that code or rules
 * compare: names of messages and what a decision table looks for in its inputs are never touched.
 */
final class ModelTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FORM_TEXTS = Set.of("label", "dateLabel", "timeLabel", "text", "description",
            "prefixAdorner", "suffixAdorner", "content", "alt");
    private static final Set<String> NAMED_FOR_CODE = Set.of("message", "signal", "variable", "output");
    private static final Set<String> ATTRIBUTES = Set.of("label", "annotationsHeaderLabel");
    private static final Set<String> XML_TEXTS = Set.of("documentation", "description");
    private static final Set<String> OUTPUTS = Set.of("outputEntry", "outputValues", "defaultOutputEntry");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private ModelTexts() {
    }

    /**
     * @param name    file name; its ending tells the kind, other kinds are returned as they are
     * @param wording asked for each Chinese text, without the white space around its lines; what it returns takes its
     *                place
     */
    static byte[] rewrite(String name, byte[] model, UnaryOperator<String> wording) throws IOException {
        UnaryOperator<String> chinese = text -> isChinese(text)
                ? wording.apply(text.strip().replaceAll("\\s*\\R\\s*", "\n")) : text;
        if (name.endsWith(".form")) {
            JsonNode form = JSON.readTree(model);
            rewriteForm(form, chinese);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form);
        }
        if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            return rewriteXml(model, chinese);
        }
        return model;
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static void rewriteForm(JsonNode node, UnaryOperator<String> wording) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isTextual() && FORM_TEXTS.contains(property.getKey())) {
                    property.setValue(TextNode.valueOf(wording.apply(property.getValue().textValue())));
                }
            });
        }
        node.forEach(child -> rewriteForm(child, wording));
    }

    private static byte[] rewriteXml(byte[] model, UnaryOperator<String> wording) throws IOException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            Document document = parser.parse(new ByteArrayInputStream(model));
            NodeList elements = document.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                rewriteElement((Element) elements.item(i), wording);
            }
            ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer()
                    .transform(new DOMSource(document), new StreamResult(rewritten));
            return rewritten.toByteArray();
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("Not a well-formed model: " + e.getMessage(), e);
        }
    }

    private static void rewriteElement(Element element, UnaryOperator<String> wording) {
        String kind = element.getLocalName();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (ATTRIBUTES.contains(attribute.getLocalName())
                    || attribute.getLocalName().equals("name") && !NAMED_FOR_CODE.contains(kind)) {
                attribute.setNodeValue(wording.apply(attribute.getNodeValue()));
            }
        }
        if (XML_TEXTS.contains(kind)) {
            element.setTextContent(wording.apply(element.getTextContent()));
        } else if (kind.equals("text")) {
            String owner = element.getParentNode().getLocalName();
            if (owner.equals("textAnnotation") || owner.equals("annotationEntry")) {
                element.setTextContent(wording.apply(element.getTextContent()));
            } else if (OUTPUTS.contains(owner)) {
                element.setTextContent(rewriteLiterals(element.getTextContent(), wording));
            }
        }
    }

    private static String rewriteLiterals(String expression, UnaryOperator<String> wording) {
        return LITERAL.matcher(expression).replaceAll((MatchResult literal) -> {
            String text = literal.group(1).replace("\\n", "\n").replace("\\\"", "\"");
            String quoted = wording.apply(text).replace("\"", "\\\"").replace("\n", "\\n");
            return Matcher.quoteReplacement("\"" + quoted + "\"");
        });
    }
}
