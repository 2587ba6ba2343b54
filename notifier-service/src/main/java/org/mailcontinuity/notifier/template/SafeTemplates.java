package org.mailcontinuity.notifier.template;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.IncludeSectionHelper;
import io.quarkus.qute.InsertSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelperFactory.BlockInfo;
import io.quarkus.qute.SectionHelperFactory.SectionInitContext;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.qute.WhenSectionHelper;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What a template can do, whoever wrote it: show the values of its notice, choose by them, and go once over their lists. It
 * reaches nothing else: no method of an object, no other file than the layout, no text read as a template, no unescaped
 * value; and it always comes to an end.
 */
final class SafeTemplates {
    private static final String LAYOUT = "layout.html";
    private static final Set<String> LISTS = Set.of("monitors", "lines", "findings");

    private SafeTemplates() {}

    static Engine engine(TemplateLocator locator) {
        return Engine.builder()
                .addSectionHelpers(
                        new IfSectionHelper.Factory(),
                        new WhenSectionHelper.Factory(),
                        new OneLoop(),
                        new Layout(),
                        new InsertSectionHelper.Factory())
                .addValueResolvers(
                        ValueResolvers.mapResolver(),
                        ValueResolvers.mapperResolver(),
                        ValueResolvers.collectionResolver(),
                        ValueResolvers.thisResolver(),
                        ValueResolvers.orResolver(),
                        ValueResolvers.orEmpty(),
                        ValueResolvers.trueResolver(),
                        ValueResolvers.logicalAndResolver(),
                        ValueResolvers.logicalOrResolver(),
                        ValueResolvers.equalsResolver(),
                        new Fields())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(locator)
                .build();
    }

    /** The fields of a list's members, by name and without reflection. */
    private static final class Fields implements ValueResolver {
        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getParams().isEmpty()
                    && (context.getBase() instanceof Facts.Affected
                            || context.getBase() instanceof Facts.Finding
                            || context.getBase() instanceof Digest.Line);
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return switch (context.getBase()) {
                case Facts.Affected monitor -> affected(monitor, context);
                case Facts.Finding finding ->
                    switch (context.getName()) {
                        case "kind" -> CompletedStage.of(finding.kind());
                        case "count" -> CompletedStage.of(finding.count());
                        default -> Results.notFound(context);
                    };
                case Digest.Line line ->
                    switch (context.getName()) {
                        case "subject" -> CompletedStage.of(line.subject());
                        case "url" -> CompletedStage.of(line.url());
                        default -> Results.notFound(context);
                    };
                default -> Results.notFound(context);
            };
        }

        private static CompletionStage<Object> affected(Facts.Affected monitor, EvalContext context) {
            return switch (context.getName()) {
                case "name" -> CompletedStage.of(monitor.name());
                case "domain" -> CompletedStage.of(monitor.domain());
                case "direction" -> CompletedStage.of(monitor.direction());
                default -> Results.notFound(context);
            };
        }
    }

    /** A loop over a list of the notice, never inside another one. */
    private static final class OneLoop extends LoopSectionHelper.Factory {
        private static final String MARK = "(loop)";

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            if (!block.isMainBlock()) {
                return super.initializeBlock(outer, block);
            }
            String list = block.getParameter("iterable");
            if (!LISTS.contains(list)) {
                throw fault(block, "a loop goes over monitors, lines or findings, not over " + list);
            }
            if (outer.getBinding(MARK) != null) {
                throw fault(block, "a loop cannot stand inside another one");
            }
            Scope inner = super.initializeBlock(outer, block);
            inner.putBinding(MARK, MARK);
            return inner;
        }

        private static TemplateException fault(BlockInfo block, String rule) {
            return block.error(rule).origin(block.getOrigin()).build();
        }
    }

    /** Includes the layout, and in it nothing. */
    private static final class Layout extends IncludeSectionHelper.Factory {
        @Override
        protected String getTemplateId(SectionInitContext context) {
            String wanted = super.getTemplateId(context);
            if (!LAYOUT.equals(wanted) || LAYOUT.equals(context.getOrigin().getTemplateId())) {
                throw context.createParserError("only a notice's HTML can include, and only " + LAYOUT);
            }
            return wanted;
        }
    }
}
