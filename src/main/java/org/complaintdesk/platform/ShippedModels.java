package org.complaintdesk.platform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models and forms that come with the software, in the installation's language, under their relative path. Decision
 * tables are left out: people change them, so each has its own versions.
 */
@Component
class ShippedModels {

    private static final List<String> FOLDERS = List.of("processes", "forms");

    private static final ResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    private final ModelTranslation translation;

    ShippedModels(ModelTranslation translation) {
        this.translation = translation;
    }

    /** @return contents by path, such as {@code processes/complaint/handling.bpmn} */
    Map<String, byte[]> all() {
        Map<String, byte[]> models = new TreeMap<>();
        try {
            for (String folder : FOLDERS) {
                for (Resource model : FILES.getResources("classpath*:" + folder + "/**/*.*")) {
                    String url = model.getURL().toString();
                    String name = url.substring(url.lastIndexOf("/" + folder + "/") + 1);
                    if (!name.startsWith(ShippedTables.FOLDER)) {
                        models.put(name, translation.translate(name, model.getContentAsByteArray()));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The models cannot be read from the application", e);
        }
        return models;
    }
}
