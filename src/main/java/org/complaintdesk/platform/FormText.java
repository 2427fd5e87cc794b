package org.complaintdesk.platform;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** A form with files of which only the text in front of the first file is read; the rest never leaves the connection. */
class FormText extends HttpServletRequestWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(FormText.class);
    /** Far more than all fields of a form may hold together. */
    private static final int MOST = 256 * 1024;

    private final Map<String, String[]> parameters;

    private FormText(HttpServletRequest request, Map<String, String[]> parameters) {
        super(request);
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** @return the same without even that text */
    static FormText unread(HttpServletRequest request) {
        return new FormText(request, Map.of());
    }

    static FormText of(HttpServletRequest request) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        read(request).forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return new FormText(request, parameters);
    }

    private static Map<String, List<String>> read(HttpServletRequest request) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        try {
            int left = MOST;
            FileItemIterator items = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (left > 0 && items.hasNext()) {
                FileItemStream item = items.next();
                if (!item.isFormField()) {
                    break;
                }
                byte[] value = item.openStream().readNBytes(left);
                left -= value.length;
                read.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>()).add(new String(value, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LOG.debug("A form ended early; what could be read of it is shown again", e);
        }
        return read;
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        throw new IOException("Of this form no more is read");
    }
}
