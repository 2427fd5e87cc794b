package org.complaintdesk.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.complaintdesk.platform.DeskProperties.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Models are written in Chinese; an installation in another language gets every text of them from one bundle,
 * {@code translations/<language>.yaml}, while they are deployed.
 */
@Component
class ModelTranslation {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTranslation.class);

    private final Map<String, String> bundle;
    private final boolean asWritten;

    ModelTranslation(DeskProperties desk) {
        asWritten = desk.language() == Language.ZH;
        bundle = asWritten ? Map.of() : bundle(desk.language());
    }

    /** Chinese text to its translation; a text of several lines has one key with {@code \n} between them. */
    static Map<String, String> bundle(Language language) {
        ClassPathResource source = new ClassPathResource("translations/" + language.locale().getLanguage() + ".yaml");
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = source.getInputStream()) {
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new IllegalStateException(source.getPath() + " cannot be read from the application", e);
        }
    }

    /** @return the model in the installation's language; a text without translation stays and is logged */
    byte[] translate(String name, byte[] model) throws IOException {
        return asWritten ? model : ModelTexts.rewrite(name, model, text -> {
            String translated = bundle.get(text);
            if (translated == null) {
                LOG.warn("{}: no translation for \"{}\"", name, text);
                return text;
            }
            return translated;
        });
    }
}
