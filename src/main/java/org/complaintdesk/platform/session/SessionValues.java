package org.complaintdesk.platform.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.util.ClassUtils;

/**
 * What stands in a session, as bytes: Java's own serialization, but only of the few classes a session holds. What cannot be
 * read, as after an upgrade that changed a class, counts as not there, and the person signs in again.
 */
final class SessionValues {

    private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter("maxdepth=20;maxarray=10000;maxbytes=1000000;"
            + "java.lang.*;java.util.*;java.time.*;org.camunda.bpm.webapp.impl.security.auth.*;"
            + "org.springframework.security.**;!*");

    private SessionValues() {
    }

    static ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionValues::bytes);
        conversion.addConverter(byte[].class, Object.class, SessionValues::value);
        return conversion;
    }

    static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("This cannot be kept in a session: " + value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    private static Object value(byte[] bytes) {
        try (ObjectInputStream in = new ConfigurableObjectInputStream(new ByteArrayInputStream(bytes), ClassUtils.getDefaultClassLoader())) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info("A session holds what cannot be read any more; who was signed in there signs in again: {}", e.toString());
            return null;
        }
    }
}
