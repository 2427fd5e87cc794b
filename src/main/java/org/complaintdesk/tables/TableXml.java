package org.complaintdesk.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.complaintdesk.platform.TableColumn;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A DMN file and the rows of its table. Only rows are ever written: everything else of a version stays as it was in the
 * one before it. Files come from the software and the engine, never from a request; even so no outside entity is read.
 */
final class TableXml {

    private TableXml() {
    }

    /**
     * @param table the decision's id
     * @param meant by the column's name
     * @throws IllegalArgumentException when it is no DMN file with this table
     */
    static Sheet read(byte[] file, String table, Map<String, TableColumn> meant) {
        Document document = parse(file);
        Element decision = decision(document, table);
        Element grid = only(decision, "decisionTable");
        List<Column> inputs = children(grid, "input").stream().map(input -> {
            Element expression = only(input, "inputExpression");
            return column(input, text(expression), expression.getAttribute("typeRef"), "inputValues", meant);
        }).toList();
        List<Column> outputs = children(grid, "output").stream()
                .map(output -> column(output, output.getAttribute("name"), output.getAttribute("typeRef"), "outputValues", meant)).toList();
        List<Rule> rules = children(grid, "rule").stream().map(rule -> new Rule(rule.getAttribute("id"),
                children(rule, "description").stream().map(Node::getTextContent).findFirst().orElse(""),
                children(rule, "inputEntry").stream().map(TableXml::text).toList(),
                children(rule, "outputEntry").stream().map(TableXml::text).toList())).toList();
        return new Sheet(table, decision.getAttribute("name"), hit(grid.getAttribute("hitPolicy")), inputs, outputs, rules);
    }

    /** @return the file with these rows in place of its own */
    static byte[] write(byte[] file, String table, List<Rule> rules) {
        Document document = parse(file);
        Element grid = only(decision(document, table), "decisionTable");
        children(grid, "rule").forEach(rule -> {
            Node blank = rule.getPreviousSibling();
            if (blank != null && blank.getNodeType() == Node.TEXT_NODE) {
                grid.removeChild(blank);
            }
            grid.removeChild(rule);
        });
        rules.forEach(rule -> grid.appendChild(element(grid, rule)));
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(written));
            return written.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("The table " + table + " cannot be written", e);
        }
    }

    private static Element element(Element grid, Rule rule) {
        Element row = child(grid, "rule");
        row.setAttribute("id", rule.id());
        if (!rule.note().isEmpty()) {
            row.appendChild(child(grid, "description")).setTextContent(rule.note());
        }
        entries(grid, row, "inputEntry", rule.id() + "In", rule.in());
        entries(grid, row, "outputEntry", rule.id() + "Out", rule.out());
        return row;
    }

    private static void entries(Element grid, Element row, String kind, String id, List<String> cells) {
        IntStream.range(0, cells.size()).forEach(i -> {
            Element entry = child(grid, kind);
            entry.setAttribute("id", id + (i + 1));
            entry.appendChild(child(grid, "text")).setTextContent(cells.get(i));
            row.appendChild(entry);
        });
    }

    private static Element child(Element grid, String kind) {
        String prefix = grid.getPrefix() == null ? "" : grid.getPrefix() + ":";
        return grid.getOwnerDocument().createElementNS(grid.getNamespaceURI(), prefix + kind);
    }

    private static Column column(Element column, String name, String type, String values, Map<String, TableColumn> meant) {
        List<String> allowed = children(column, values).stream().flatMap(each -> Feel.words(text(each)).stream()).toList();
        return new Column(name, column.getAttribute("label"), type, allowed,
                meant.getOrDefault(name, Feel.plain(type, !allowed.isEmpty())));
    }

    private static Sheet.Hit hit(String policy) {
        return switch (policy) {
            case "FIRST" -> Sheet.Hit.FIRST;
            case "RULE ORDER" -> Sheet.Hit.ALL;
            case "", "UNIQUE" -> Sheet.Hit.UNIQUE;
            default -> throw new IllegalArgumentException("Hit policy " + policy);
        };
    }

    private static Element decision(Document document, String id) {
        return children(document.getDocumentElement(), "decision").stream().filter(each -> each.getAttribute("id").equals(id))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("No decision " + id));
    }

    private static Element only(Element parent, String kind) {
        List<Element> found = children(parent, kind);
        if (found.size() != 1) {
            throw new IllegalArgumentException(parent.getAttribute("id") + " has no " + kind);
        }
        return found.get(0);
    }

    private static List<Element> children(Element parent, String kind) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && kind.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element owner) {
        return children(owner, "text").stream().map(Node::getTextContent).findFirst().orElse("").strip();
    }

    private static Document parse(byte[] file) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new ByteArrayInputStream(file));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("Not a DMN file: " + e.getMessage(), e);
        }
    }
}
