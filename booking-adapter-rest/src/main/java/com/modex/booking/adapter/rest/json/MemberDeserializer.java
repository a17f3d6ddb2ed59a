package com.modex.booking.adapter.rest.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Tells a member that is null from one that is left out. */
final class MemberDeserializer extends StdDeserializer<Member<?>> {
    private final @Nullable JavaType content;

    MemberDeserializer() {
        this(null);
    }

    private MemberDeserializer(@Nullable JavaType content) {
        super(Member.class);
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new MemberDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Member<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (content == null) {
            throw new IllegalStateException("It is not known what the member is");
        }
        return Member.of(context.<@Nullable Object>readValue(parser, content));
    }

    @Override
    public Member<?> getNullValue(DeserializationContext context) {
        return Member.of(null);
    }

    @Override
    public Member<?> getAbsentValue(DeserializationContext context) {
        return Member.absent();
    }
}
