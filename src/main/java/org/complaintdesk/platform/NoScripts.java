package org.complaintdesk.platform;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * No model of ours has a script, and none runs: a model with one is not taken in, and one that is already there, or a
 * decision in a scripting language, fails at it. Expressions ({@code ${…}}) and FEEL are no scripts.
 */
final class NoScripts {

    private NoScripts() {
    }

    private static BadUserRequestException refused(String language) {
        return new BadUserRequestException("This engine runs no scripts: " + language);
    }

    /** Asked for each script of a model, when the model is read. */
    static final class NoneWritten extends ScriptFactory {

        @Override
        public ExecutableScript createScriptFromResource(String language, String resource) {
            throw refused(language);
        }

        @Override
        public ExecutableScript createScriptFromResource(String language, Expression resource) {
            throw refused(language);
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            throw refused(language);
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, Expression source) {
            throw refused(language);
        }
    }

    /** Asked for the engine of a language, when something in it is to run. */
    static final class NoneRun implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // It would never be asked.
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return new ScriptEngineManager(null) {

                @Override
                public List<ScriptEngineFactory> getEngineFactories() {
                    return List.of();
                }
            };
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean fromCache) {
            throw refused(language);
        }
    }
}
